/**
 * The process beside the machines.
 */
@NullMarked
package org.cosmofab.agent;

import org.jspecify.annotations.NullMarked;
