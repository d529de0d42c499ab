/**
 * The verbs of the command line.
 */
@NullMarked
package org.cosmofab.orchestrator.cli;

import org.jspecify.annotations.NullMarked;
