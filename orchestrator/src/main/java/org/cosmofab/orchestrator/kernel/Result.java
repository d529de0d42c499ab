package org.cosmofab.orchestrator.kernel;

import java.util.function.Function;

/** What a use case answers: done with a value, or refused by a rule. */
public sealed interface Result<T> {

    record Done<T>(T value) implements Result<T> {}

    record Refused<T>(Refusal refusal) implements Result<T> {}

    static <T> Result<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Result<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <R> R fold(Function<T, R> done, Function<Refusal, R> refused) {
        if (this instanceof Done<T> d) {
            return done.apply(d.value);
        }
        return refused.apply(((Refused<T>) this).refusal);
    }

    default <R> Result<R> map(Function<T, R> onDone) {
        return fold(value -> done(onDone.apply(value)), Result::refused);
    }

    default <R> Result<R> then(Function<T, Result<R>> onDone) {
        return fold(onDone, Result::refused);
    }

    /**
     * The value, for callers at the edge.
     *
     * @throws RefusedException if it was refused; the platform answers it as a problem
     */
    default T orThrow() {
        return fold(Function.identity(), refusal -> {
            throw new RefusedException(refusal);
        });
    }
}
