/**
 * Designs over HTTP: public to read, published by designers.
 */
@NullMarked
package org.cosmofab.orchestrator.catalog.http;

import org.jspecify.annotations.NullMarked;
