package org.cosmofab.agent.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.MachineView;
import org.cosmofab.agent.domain.Use;

/** The fields of an event that depend on its type. */
final class HappeningFields {
    private static final int FIRMWARE_MAX = 200;
    private static final int ENDED_MAX = 1000;

    private HappeningFields() {}

    static void put(ObjectNode message, Happening happening) {
        if (happening instanceof Happening.AttemptAccepted h) {
            message.put("type", "attempt.accepted")
                    .put("attempt", h.attempt().value())
                    .put("fence", h.fence())
                    .put("machine", h.machine().value())
                    .put("programHash", h.programHash());
        } else if (happening instanceof Happening.AttemptRefused h) {
            message.put("type", "attempt.refused")
                    .put("attempt", h.attempt().value())
                    .put("fence", h.fence())
                    .put("machine", h.machine().value())
                    .put("code", h.refused().code().code())
                    .put("detail", Words.text(h.refused().detail()));
        } else if (happening instanceof Happening.AttemptStarted h) {
            message.put("type", "attempt.started")
                    .put("attempt", h.attempt().value())
                    .put("machine", h.machine().value())
                    .put("firmware", firmware(h.firmware()));
        } else if (happening instanceof Happening.AttemptEnded h) {
            putEnd(message, h.end());
        } else if (happening instanceof Happening.MachineChanged h) {
            putMachine(message, h.view());
        } else if (happening instanceof Happening.AttemptsReported h) {
            putReport(message, h);
        }
    }

    private static void putEnd(ObjectNode message, AttemptEnd end) {
        message.put("type", "attempt.ended")
                .put("attempt", end.attempt().value())
                .put("machine", end.machine().value())
                .put("outcome", end.outcome().word())
                .put("line", end.line())
                .put("lines", end.lines())
                .put("reason", Words.text(end.reason()));
        Use use = end.use();
        message.putObject("facts")
                .put("startedAt", use.startedAt().toString())
                .put("endedAt", use.endedAt().toString())
                .put("machineSeconds", use.machineTime().toNanos() / 1e9)
                .put("linesAcknowledged", use.linesAcknowledged())
                .put("extrudedMm", use.extrudedMm())
                .put("beamOnMm", use.beamOnMm())
                .put("wattHours", use.wattHours())
                .put("energySource", "profile");
    }

    private static void putMachine(ObjectNode message, MachineView view) {
        message.put("type", "machine.changed")
                .put("machine", view.machine().value())
                .put("state", Words.of(view.state()))
                .put("detail", Words.text(view.detail()))
                .put("cleared", view.cleared());
    }

    private static void putReport(ObjectNode message, Happening.AttemptsReported report) {
        message.put("type", "attempts.reported");
        ArrayNode open = message.putArray("open");
        report.open()
                .forEach(attempt -> open.addObject()
                        .put("attempt", attempt.attempt().value())
                        .put("machine", attempt.machine().value())
                        .put("line", attempt.line()));
        ArrayNode ended = message.putArray("ended");
        List<AttemptId> all = report.ended();
        all.subList(Math.max(0, all.size() - ENDED_MAX), all.size()).forEach(attempt -> ended.add(attempt.value()));
    }

    private static String firmware(String words) {
        String known = words.isBlank() ? "unknown" : words;
        return known.length() <= FIRMWARE_MAX ? known : known.substring(0, FIRMWARE_MAX);
    }
}
