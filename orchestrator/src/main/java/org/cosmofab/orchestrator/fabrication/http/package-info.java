/**
 * Attempts and machines' instructions over HTTP: whoever ordered sees the attempts, operators decide.
 */
@NullMarked
package org.cosmofab.orchestrator.fabrication.http;

import org.jspecify.annotations.NullMarked;
