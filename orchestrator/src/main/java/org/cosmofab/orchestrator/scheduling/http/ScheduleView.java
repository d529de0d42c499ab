package org.cosmofab.orchestrator.scheduling.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;

/** The schedule as the API shows it. */
record ScheduleView(Instant plannedAt, List<PlacementView> placements, List<UnplacedView> unplaced) {

    /** One operation's place. */
    record PlacementView(UUID operation, String machine, Instant start, Instant end, boolean pinned) {
        static PlacementView of(Placement placement) {
            return new PlacementView(
                    placement.operation().value(),
                    placement.machine().value(),
                    placement.start(),
                    placement.end(),
                    placement.pinned());
        }
    }

    /** Why one operation has no place. */
    record UnplacedView(UUID operation, Schedule.Waiting.Code code, Map<String, String> facts) {}

    static ScheduleView of(Schedule schedule) {
        return new ScheduleView(
                schedule.plannedAt(),
                schedule.placements().stream().map(PlacementView::of).toList(),
                schedule.unplaced().entrySet().stream()
                        .map(each -> new UnplacedView(
                                each.getKey().value(),
                                each.getValue().code(),
                                each.getValue().facts()))
                        .sorted(Comparator.comparing(UnplacedView::operation))
                        .toList());
    }
}
