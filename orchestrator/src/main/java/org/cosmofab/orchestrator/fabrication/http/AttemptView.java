package org.cosmofab.orchestrator.fabrication.http;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Attempt;

/** An attempt as the API shows it. */
record AttemptView(
        UUID id,
        UUID operation,
        UUID order,
        String machine,
        String program,
        Attempt.Stage stage,
        Instant assignedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        int line,
        int lines,
        String reason,
        Optional<UsedView> used) {

    /** What was measured, as the API shows it. */
    record UsedView(
            long machineSeconds,
            String material,
            String lot,
            long milligrams,
            long wattHours,
            boolean energyMetered,
            long labourSeconds) {
        static UsedView of(Attempt.Used used) {
            return new UsedView(
                    used.machineSeconds(),
                    used.material().value(),
                    used.lot().value(),
                    used.milligrams(),
                    used.wattHours(),
                    used.energyMetered(),
                    used.labourSeconds());
        }
    }

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.id().value(),
                attempt.operation().value(),
                attempt.order().value(),
                attempt.machine().value(),
                attempt.program().value(),
                attempt.stage(),
                attempt.assignedAt(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.line(),
                attempt.lines(),
                attempt.reason(),
                attempt.used().map(UsedView::of));
    }
}
