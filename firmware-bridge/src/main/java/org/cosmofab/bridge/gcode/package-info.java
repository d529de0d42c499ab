/**
 * G-code: parse, analyse, estimate, make safe. Pure functions of text.
 *
 * <p>{@link org.cosmofab.bridge.gcode.Sanitiser} turns bytes of any origin into a {@link
 * org.cosmofab.bridge.gcode.SafeProgram}: canonical lines that mean the same to every reader.
 * {@link org.cosmofab.bridge.gcode.SafetyGate} holds such a program against one machine, {@link
 * org.cosmofab.bridge.gcode.Analyser} measures it. Both, and the simulated firmwares, read lines through one {@link
 * org.cosmofab.bridge.gcode.ModalMachine} and time moves with one {@link org.cosmofab.bridge.gcode.MotionPlanner}.
 *
 * <p>Nothing here repairs a program: what is unclear is refused with its line and a remedy. Nothing here reads files,
 * clocks or chance.
 */
@NullMarked
package org.cosmofab.bridge.gcode;

import org.jspecify.annotations.NullMarked;
