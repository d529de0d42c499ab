/**
 * Grbl 1.1 and its kin over a wire.
 *
 * <p>{@link org.cosmofab.bridge.grbl.GrblDriver} asks who answers ($I, $$), then streams a program by counting
 * characters: never more bytes unacknowledged than the board's receive buffer holds, because what overflows is lost
 * without a word. A program is done when every line, a synchronising dwell and a last question are answered, in exactly
 * that number, and the machine says Idle; Idle alone proves nothing. An error or a missing acknowledgement ends the run,
 * and every end that the machine still hears leaves beam and spindle off.
 *
 * <p>It does not home, jog, write settings or go on after a reset. A lost acknowledgement cannot be told from a lost line
 * here, so it fails the run rather than guess.
 *
 * <p>Source of the rules: Grbl 1.1, interface.md, serial.c, protocol.c, report.c.
 */
@NullMarked
package org.cosmofab.bridge.grbl;

import org.jspecify.annotations.NullMarked;
