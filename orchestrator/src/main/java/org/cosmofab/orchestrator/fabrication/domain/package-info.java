/**
 * The start protocol, decided: what an attempt becomes when its agent accepts, refuses, starts, ends or no longer knows it, when its
 * assignment expires, when contact is lost and when a person decides. Facts in, result out; never a second attempt of an operation before
 * the first is ended by its agent or by a person. Knows neither database nor messages; what it needs of both are ports.
 */
@NullMarked
package org.cosmofab.orchestrator.fabrication.domain;

import org.jspecify.annotations.NullMarked;
