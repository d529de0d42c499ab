package org.cosmofab.agent.domain;

import java.util.function.Function;
import java.util.function.Supplier;

/** What to do with an assignment. */
public sealed interface Verdict {

    /** Fetch and check its program; then accept it or not. */
    record Prepare() implements Verdict {}

    /** Its program is being fetched and checked; the answer follows. */
    record AnswerSoon() implements Verdict {}

    /** It was answered before; say the same again. */
    record AnswerAgain(Answer answer) implements Verdict {}

    /** It never runs. */
    record Refuse(Answer.Refused refused) implements Verdict {}

    /** Answers every case; a new case changes this signature and so every caller. */
    default <T> T fold(
            Supplier<T> prepare, Supplier<T> soon, Function<Answer, T> again, Function<Answer.Refused, T> refuse) {
        if (this instanceof Prepare) {
            return prepare.get();
        }
        if (this instanceof AnswerSoon) {
            return soon.get();
        }
        if (this instanceof AnswerAgain a) {
            return again.apply(a.answer());
        }
        return refuse.apply(((Refuse) this).refused());
    }
}
