package org.cosmofab.bridge.gcode;

import java.util.Locale;
import java.util.function.Function;

/** What came of sanitising a program: one that is fit for a wire, or the first line that is not. */
public sealed interface Sanitised {

    /** Fit for the wire; whether it is fit for a machine is the {@link SafetyGate}'s question. */
    record Safe(SafeProgram program) implements Sanitised {}

    /**
     * Not fit for a wire.
     *
     * @param line in the source file, from 1
     * @param detail what stands there and where, in plain words and plain ASCII
     */
    record Refused(int line, Reason reason, String detail) implements Sanitised {
        /** What the author of the program can do about it. */
        public String remedy() {
            return reason.remedy();
        }

        /** The remedy in a language, English if it is not spoken here. */
        public String remedy(Locale language) {
            return Remedies.in(language, reason.name(), reason.remedy());
        }
    }

    /** Why a line may not go onto a wire, in order of precedence at one place of the text. */
    enum Reason {
        TOO_MANY_BYTES("split the program, or slice it more coarsely"),
        BYTE_NOT_ASCII("write the command with plain ASCII characters; accents belong in comments"),
        CONTROL_BYTE("save the program as plain text with LF or CR LF line ends"),
        REAL_TIME_CHARACTER("take ? ! and ~ out: firmwares act on them wherever they stand; put remarks behind ;"),
        EXPRESSION("export without variables, expressions and program markers"),
        SETTING("take machine settings out of the program; they are made at the machine"),
        TEXT_COMMAND("take commands that carry text or file names out; put remarks behind ;"),
        WORD_MALFORMED("each word is one letter and one plain number, such as X12.5"),
        WORD_TWICE("give each letter once a line"),
        LINE_TOO_LONG("spread the command over several lines, or use fewer decimals"),
        NO_COMMANDS("check that the file is the G-code and not the model or the project");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }

        /** What the author of the program can do about it. */
        public String remedy() {
            return remedy;
        }
    }

    /** Answers every case; a new case changes this signature and so every caller. */
    default <T> T fold(Function<Safe, T> safe, Function<Refused, T> refused) {
        if (this instanceof Safe s) {
            return safe.apply(s);
        }
        return refused.apply((Refused) this);
    }
}
