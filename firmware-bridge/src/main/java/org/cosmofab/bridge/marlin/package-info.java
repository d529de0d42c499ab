/**
 * Marlin and its kin over a wire.
 *
 * <p>{@link org.cosmofab.bridge.marlin.MarlinDriver} asks who answers (M115), then streams a program one numbered and
 * checksummed line at a time. A line counts as done only when an {@code ok} of its own came; {@code Resend} and
 * {@code ok} are separate events, and a lost {@code ok} is found by a probe that cannot run a line twice. Every end
 * leaves the heaters off.
 *
 * <p>It does not print from the machine's card, does not follow host actions other than pause, resume and cancel, and
 * never goes on after the board has restarted.
 *
 * <p>Source of the rules: Marlin 2.1.2, queue.cpp, gcode.cpp, M115.cpp, core/language.h.
 */
@NullMarked
package org.cosmofab.bridge.marlin;

import org.jspecify.annotations.NullMarked;
