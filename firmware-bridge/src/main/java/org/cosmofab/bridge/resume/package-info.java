/**
 * Where and how a run that broke off could go on, as a plan that a person approves or refuses.
 *
 * <p>{@link org.cosmofab.bridge.resume.Resumption#plan} is a pure function of a program, the lines that were sent and
 * acknowledged, and what the firmware may hold in its queues. Nothing here starts anything.
 */
@NullMarked
package org.cosmofab.bridge.resume;

import org.jspecify.annotations.NullMarked;
