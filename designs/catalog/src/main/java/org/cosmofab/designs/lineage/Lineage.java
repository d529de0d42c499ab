package org.cosmofab.designs.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.content.ContentHash;

/** Traces what a design derives from, generation by generation. */
public final class Lineage {

    /** Generations above a design. */
    public static final int DEPTH_MAX = 16;

    private final LineageSource source;
    private final Deque<Ancestor> trail = new ArrayDeque<>();
    /** Each version is traced once, or a lineage of many joint ancestors would take exponential time. */
    private final Map<ContentHash, Step> done = new HashMap<>();

    private Optional<LineageResult.Refused> refusal = Optional.empty();

    private record Step(LineageNode node, int height) {}

    private Lineage(LineageSource source) {
        this.source = source;
    }

    /** The lineage of that design; each parent's parents are asked from the source. */
    public static LineageResult trace(Ancestor design, LineageSource source) {
        Lineage lineage = new Lineage(source);
        Step step = lineage.step(design);
        if (lineage.refusal.isPresent()) {
            return lineage.refusal.get();
        }
        if (step.height() > DEPTH_MAX) {
            return new LineageResult.Refused(LineageResult.Reason.TOO_DEEP, List.of(design.title()));
        }
        return new LineageResult.Traced((LineageNode.Known) step.node());
    }

    private Step step(Ancestor design) {
        if (done.containsKey(design.version())) {
            return done.get(design.version());
        }
        if (trail.stream().anyMatch(above -> above.version().equals(design.version()))) {
            refuse(LineageResult.Reason.CYCLE, design);
        } else if (trail.size() > DEPTH_MAX) {
            refuse(LineageResult.Reason.TOO_DEEP, design);
        }
        List<LineageNode.Branch> branches = new ArrayList<>();
        int height = 0;
        trail.addLast(design);
        for (ParentRef parent : design.parents()) {
            if (refusal.isEmpty()) {
                Step above = source.find(parent)
                        .map(this::step)
                        .orElseGet(() -> new Step(new LineageNode.Vanished(parent), 0));
                branches.add(new LineageNode.Branch(parent.weight(), above.node()));
                height = Math.max(height, above.height() + 1);
            }
        }
        trail.removeLast();
        Step step = new Step(new LineageNode.Known(design, branches), height);
        done.put(design.version(), step);
        return step;
    }

    private void refuse(LineageResult.Reason reason, Ancestor last) {
        List<String> titles =
                new ArrayList<>(trail.stream().map(Ancestor::title).toList());
        titles.add(last.title());
        refusal = Optional.of(new LineageResult.Refused(reason, titles));
    }
}
