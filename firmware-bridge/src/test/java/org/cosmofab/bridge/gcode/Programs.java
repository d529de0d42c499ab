package org.cosmofab.bridge.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Programs for tests, from text. */
final class Programs {
    private Programs() {}

    static SafeProgram safe(String source, Dialect dialect) {
        return Sanitiser.sanitise(source.getBytes(UTF_8), dialect).fold(Sanitised.Safe::program, refused -> {
            throw new AssertionError("refused: " + refused);
        });
    }

    static Sanitised.Refused refusal(String source, Dialect dialect) {
        return Sanitiser.sanitise(source.getBytes(UTF_8), dialect)
                .fold(
                        safe -> {
                            throw new AssertionError(
                                    "let pass: " + safe.program().lines());
                        },
                        refused -> refused);
    }
}
