/**
 * The arithmetic of a quote: from prepared parts and a number of objects to quantities and to what has to be reserved.
 */
@NullMarked
package org.cosmofab.orchestrator.quoting.domain;

import org.jspecify.annotations.NullMarked;
