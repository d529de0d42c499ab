/**
 * Materials over HTTP, for operators.
 */
@NullMarked
package org.cosmofab.orchestrator.materials.http;

import org.jspecify.annotations.NullMarked;
