package org.cosmofab.bridge.marlin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.cosmofab.bridge.wire.WireUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * One numbered command, from its first sending until it is known what became of it.
 *
 * <p>What is hard about it: an {@code ok} after a {@code Resend} acknowledges nothing; a firmware that has seen a number
 * drops it without a word when it comes again (Marlin 2.1.2, queue.cpp line 489), so a command whose {@code ok} is
 * missing must not simply be sent again. Instead an unnumbered M105 asks whether the firmware lives, and the <em>next</em>
 * number, an M105 too, brings either its {@code ok} or a {@code Resend} that says where the firmware stands.
 */
final class MarlinExchange {
    private static final String PROBE = "M105";
    private static final int PROBES_MAX = 5;
    private static final int RESENDS_MAX = 10;
    private static final Duration REPEAT_WINDOW = Duration.ofSeconds(1);

    private final MarlinDialogue dialogue;
    private final NumberedLines lines;
    private final BooleanSupplier over;
    private final List<String> said = new ArrayList<>();

    /** The number that must be acknowledged last; grows when a probe is appended. */
    private int target;
    /** The number in flight. */
    private int current;

    private long deadline;
    private boolean awaitingResendOk;
    private int resends;
    private boolean noiseSinceSent;
    private boolean okFollowsResend;
    private boolean strayOkExpected;
    private long resentAt;
    private int probesOpen;
    private int probesUnanswered;
    private boolean alive;
    private String refusal = "";
    private @Nullable MarlinAnswer answer;

    MarlinExchange(MarlinDialogue dialogue, int number, BooleanSupplier over) {
        this.dialogue = dialogue;
        this.lines = dialogue.lines();
        this.target = number;
        this.current = number;
        this.over = over;
    }

    MarlinAnswer result() {
        try {
            send();
            while (answer == null) {
                step();
            }
            return answer;
        } catch (WireUnavailable e) {
            return new MarlinAnswer.Lost(e.getMessage());
        }
    }

    private void send() {
        noiseSinceSent = false;
        deadline = dialogue.deadline(dialogue.patience(command()));
        dialogue.send(current);
    }

    private String command() {
        return lines.command(current);
    }

    private void step() {
        MarlinReply reply = dialogue.next(deadline, over);
        if (reply != null) {
            hear(reply);
        } else if (dialogue.isLost()) {
            answer = new MarlinAnswer.Lost(dialogue.lostReason());
        } else if (over.getAsBoolean()) {
            answer = new MarlinAnswer.Interrupted(1);
        } else {
            timeIsOver();
        }
    }

    private void hear(MarlinReply reply) {
        if (reply instanceof MarlinReply.Ok ok) {
            ok(ok);
        } else if (reply instanceof MarlinReply.Resend resend) {
            resend(resend.number());
        } else if (reply instanceof MarlinReply.Started) {
            answer = MarlinAnswer.Broken.byRestart();
        } else if (reply instanceof MarlinReply.Halted) {
            answer = new MarlinAnswer.Broken(dialogue.halted().isEmpty() ? reply.text() : dialogue.halted());
        } else if (reply instanceof MarlinReply.Waiting) {
            emptyQueue();
        } else {
            note(reply);
        }
    }

    private void note(MarlinReply reply) {
        said.add(reply.text());
        if (reply instanceof MarlinReply.Noise) {
            noiseSinceSent = true;
        } else if (reply instanceof MarlinReply.UnknownCommand) {
            refusal = reply.text();
        } else if (MarlinDialogue.isLife(reply, command())) {
            deadline = dialogue.deadline(dialogue.patience(command()));
        }
        dialogue.noted();
    }

    private void ok(MarlinReply.Ok ok) {
        said.add(ok.text());
        if (awaitingResendOk) {
            okFollowsResend = true;
            sendAgain();
        } else if (strayOkExpected) {
            strayOkExpected = false;
        } else if (ok.withTemperatures() && probesOpen > 0) {
            dialogue.forgetStrays();
            probeAnswered();
        } else if (!ok.withTemperatures() && dialogue.tookStray()) {
            deadline = dialogue.deadline(dialogue.timing().acknowledge());
        } else if (isAnswer(ok, command())) {
            acknowledged();
        }
    }

    /** Only M105 is answered with temperatures, and it is not answered without. */
    private static boolean isAnswer(MarlinReply.Ok ok, String command) {
        return ok.withTemperatures() == command.equals(PROBE);
    }

    private void acknowledged() {
        if (current < target) {
            current++;
            send();
            return;
        }
        answer = refusal.isEmpty() ? new MarlinAnswer.Accepted(List.copyOf(said)) : new MarlinAnswer.Refused(refusal);
    }

    private void resend(int number) {
        probesOpen = 0;
        if (awaitingResendOk) {
            return;
        }
        if (isRepeat(number)) {
            strayOkExpected = okFollowsResend;
            return;
        }
        if (number == current + 1) {
            acknowledged();
        } else if (++resends > RESENDS_MAX) {
            answer = new MarlinAnswer.Refused("line " + current + " did not arrive whole in " + RESENDS_MAX + " tries");
        } else if (lines.holds(number) || target == 0) {
            current = Math.min(number, target);
            awaitingResendOk = true;
            deadline = dialogue.deadline(dialogue.timing().resendOk());
        } else {
            answer = new MarlinAnswer.Refused("the machine asks for line " + number + ", which is long gone");
        }
    }

    /** One fault can bring the same request several times; only one that follows a new fault is a new one. */
    private boolean isRepeat(int number) {
        return resends > 0
                && number == current
                && !noiseSinceSent
                && dialogue.deadline(Duration.ZERO) - resentAt < REPEAT_WINDOW.toNanos();
    }

    private void sendAgain() {
        awaitingResendOk = false;
        resentAt = dialogue.deadline(Duration.ZERO);
        send();
    }

    /** The firmware has nothing to do: then what is in flight here was lost, or its {@code ok} was. */
    private void emptyQueue() {
        if (!awaitingResendOk && probesOpen == 0) {
            probe();
        }
    }

    private void timeIsOver() {
        if (awaitingResendOk) {
            sendAgain();
        } else if (alive) {
            confirm();
        } else if (++probesUnanswered > PROBES_MAX) {
            answer = new MarlinAnswer.Lost("no answer to '" + command() + "' and none to " + PROBES_MAX + " probes");
        } else {
            probe();
        }
    }

    private void probe() {
        probesOpen++;
        deadline = dialogue.deadline(dialogue.timing().probe());
        dialogue.sendPlain(PROBE);
    }

    /** Other probes may have been lost or may still be answered; that is worth a short wait. */
    private void probeAnswered() {
        probesOpen--;
        probesUnanswered = 0;
        alive = true;
        if (probesOpen == 0) {
            confirm();
        } else {
            deadline = dialogue.deadline(dialogue.timing().resendOk());
        }
    }

    private void confirm() {
        alive = false;
        probesOpen = 0;
        if (command().equals(PROBE) && current == target) {
            // A command that only asks is done when the probe was: the same was told.
            acknowledged();
            return;
        }
        target = lines.add(PROBE);
        current = target;
        send();
    }
}
