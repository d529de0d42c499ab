/**
 * Who makes what when, and why: a pure function of a snapshot, and the plan that was last published.
 */
@NullMarked
package org.cosmofab.orchestrator.scheduling;

import org.jspecify.annotations.NullMarked;
