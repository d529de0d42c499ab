package org.cosmofab.orchestrator.web;

import java.util.List;
import java.util.Locale;
import org.cosmofab.orchestrator.machines.LiveState;

/**
 * A machine as strangers see it: its process, its state, and until when it is busy or free. Not what is made on it, for whom,
 * how it ended or what lies on it: that is the business of people who are known here.
 */
final class PublicCard {
    private final FloorPage.Concern concern;
    private final FloorView.Card full;
    private final FloorMsg words;
    private final Show show;

    PublicCard(FloorPage.Concern concern, FloorView.Card full, FloorMsg words, Show show) {
        this.concern = concern;
        this.full = full;
        this.words = words;
        this.show = show;
    }

    FloorView.Card card() {
        LiveState.State state = concern.live().state();
        boolean atWork = state == LiveState.State.RUNNING || state == LiveState.State.HOLDING;
        return new FloorView.Card(
                full.id(),
                full.name(),
                full.look(),
                what(state),
                null,
                null,
                full.percent(),
                full.left(),
                full.right(),
                full.rightAt(),
                List.of(),
                atWork,
                FloorView.Can.NOTHING);
    }

    private String what(LiveState.State state) {
        String process =
                Common.process(concern.machine().process(), Words.common(Locale.forLanguageTag(show.language())));
        boolean free = state == LiveState.State.IDLE && concern.live().cleared() && !full.uncertain();
        if (!free) {
            return process;
        }
        return concern.next()
                .filter(next -> next.start().isAfter(show.now()))
                .map(next -> words.freeUntil(process, show.time(next.start())))
                .orElseGet(() -> concern.next().isPresent() ? process : words.freeNow(process));
    }
}
