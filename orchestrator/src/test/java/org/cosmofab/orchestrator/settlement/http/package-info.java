/** Reads statements and records payments over HTTP, as those who may and as those who may not. */
@NullMarked
package org.cosmofab.orchestrator.settlement.http;

import org.jspecify.annotations.NullMarked;
