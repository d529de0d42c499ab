package org.cosmofab.agent.posts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.ProgramReference;
import org.cosmofab.agent.domain.ProgramSource;
import org.cosmofab.agent.domain.ProgramUnavailable;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitiser;

/** Gets a program and makes it fit for a wire, or says why it is not. */
final class Preparation {
    private static final Logger LOG = System.getLogger(Preparation.class.getName());

    private final ProgramSource programs;

    Preparation(ProgramSource programs) {
        this.programs = programs;
    }

    /** What came of it. */
    sealed interface Result {
        record Ready(SafeProgram program) implements Result {}

        record Not(Answer.Refused refused) implements Result {}

        default <T> T fold(Function<SafeProgram, T> ready, Function<Answer.Refused, T> not) {
            if (this instanceof Ready r) {
                return ready.apply(r.program());
            }
            return not.apply(((Not) this).refused());
        }
    }

    /** @param patience how long it is of any use, real time */
    Result prepare(ProgramReference reference, Dialect dialect, Duration patience) {
        try {
            return check(reference, programs.fetch(reference, patience), dialect);
        } catch (ProgramUnavailable e) {
            return not(Refusal.PROGRAM_UNAVAILABLE, e.getMessage());
        } catch (RuntimeException e) {
            // A bug of ours: without an answer the assignment would come, and fail, again and again.
            LOG.log(Level.ERROR, "the program " + reference.hash() + " cannot be prepared", e);
            return not(Refusal.PROGRAM_UNAVAILABLE, "the agent failed to prepare it: " + e + "; see the agent's log");
        }
    }

    private static Result check(ProgramReference reference, byte[] bytes, Dialect dialect) {
        if (bytes.length != reference.bytes()) {
            String came = bytes.length < reference.bytes() ? "only " + bytes.length : "more bytes";
            return not(Refusal.PROGRAM_HASH_MISMATCH, came + " came, " + reference.bytes() + " bytes were assigned");
        }
        String hash = sha256(bytes);
        if (!hash.equals(reference.hash())) {
            return not(Refusal.PROGRAM_HASH_MISMATCH, "the bytes that came hash to " + hash);
        }
        return Sanitiser.sanitise(bytes, dialect)
                .fold(
                        safe -> new Result.Ready(safe.program()),
                        no -> not(
                                Refusal.PROGRAM_UNSAFE, "line " + no.line() + ": " + no.detail() + "; " + no.remedy()));
    }

    private static Result not(Refusal code, String detail) {
        return new Result.Not(new Answer.Refused(code, detail));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
