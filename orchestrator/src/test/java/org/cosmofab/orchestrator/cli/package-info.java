/**
 * The command line's parts, without its processes.
 */
@NullMarked
package org.cosmofab.orchestrator.cli;

import org.jspecify.annotations.NullMarked;
