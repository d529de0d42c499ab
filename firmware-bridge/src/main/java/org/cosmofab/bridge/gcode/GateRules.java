package org.cosmofab.bridge.gcode;

/** Rules about one side of a program; told of each line after what it does. */
interface GateRules extends Effects {

    /** Looks at a line's words before anything is done. */
    default void read(Words line) {}

    /** Looks at a line's words after it was done. */
    default void done(Words line, ModalMachine machine) {}

    /** Looks at what is left when the last line was done. */
    default void finished(ModalMachine machine) {}
}
