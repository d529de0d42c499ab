package org.cosmofab.orchestrator.fabrication.domain;

/** How an agent says that an attempt ended. */
public enum Outcome {
    COMPLETED {
        @Override
        AttemptState state(int line, String reason) {
            return new AttemptState.Done(reason);
        }
    },
    FAILED {
        @Override
        AttemptState state(int line, String reason) {
            return new AttemptState.Failed("failed at line " + line + because(reason));
        }
    },
    CANCELLED {
        @Override
        AttemptState state(int line, String reason) {
            return new AttemptState.Cancelled(reason);
        }
    },
    INTERRUPTED {
        @Override
        AttemptState state(int line, String reason) {
            return new AttemptState.Failed("interrupted at line " + line + because(reason));
        }
    },
    /** Its machine may still be moving. */
    LOST {
        @Override
        AttemptState state(int line, String reason) {
            return new AttemptState.Uncertain("contact lost at line " + line + because(reason));
        }
    };

    abstract AttemptState state(int line, String reason);

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
