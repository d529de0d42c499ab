package org.cosmofab.orchestrator.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;

/** Readings of a machine with their units; none of a machine that is out of reach, for they would be stale. */
final class MachineFacts {
    private final Machine machine;
    private final LiveState live;
    private final Optional<FloorPage.Loaded> loaded;
    private final FloorMsg words;
    private final Show show;

    MachineFacts(FloorPage.Concern concern, FloorMsg words, Show show) {
        this.machine = concern.machine();
        this.live = concern.live();
        this.loaded = concern.loaded();
        this.words = words;
        this.show = show;
    }

    List<FloorView.Fact> list() {
        List<FloorView.Fact> facts = new ArrayList<>();
        boolean stale = live.state() == LiveState.State.UNREACHABLE || live.state() == LiveState.State.UNKNOWN;
        if (!stale) {
            temperature("nozzle", words.nozzle(), facts);
            temperature("bed", words.bed(), facts);
            if (machine.process() != Process.PRINT) {
                beam().ifPresent(facts::add);
                feed().ifPresent(facts::add);
            }
        }
        loaded.ifPresent(
                on -> facts.add(new FloorView.Fact(on.material(), show.wholeGrams(on.milligrams()), words.left())));
        return facts;
    }

    private void temperature(String sensor, String name, List<FloorView.Fact> facts) {
        Optional.ofNullable(live.temperatures().get(sensor)).ifPresent(t -> {
            String unit = t.target() > 0 ? "/ " + show.degrees(t.target()) + " °C" : "°C";
            facts.add(new FloorView.Fact(name, show.degrees(t.actual()), unit));
        });
    }

    private Optional<FloorView.Fact> beam() {
        double most = machine.limits().powerMax();
        return live.beamPower()
                .filter(power -> most > 0)
                .map(power -> power > 0
                        ? new FloorView.Fact(words.beam(), show.percent(power / most), "")
                        : new FloorView.Fact(words.beam(), words.beamOff(), ""));
    }

    private Optional<FloorView.Fact> feed() {
        return live.feedMmPerMinute()
                .filter(feed -> feed > 0)
                .map(feed -> new FloorView.Fact(words.feed(), show.number(Math.round(feed)), "mm/min"));
    }
}
