/** Reads the books over HTTP as anybody may. */
@NullMarked
package org.cosmofab.orchestrator.accounting.http;

import org.jspecify.annotations.NullMarked;
