package org.cosmofab.orchestrator.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.scheduling.Schedule;

@Entity
@Table(name = "unplaced")
class UnplacedRow {
    @Id
    UUID operation;

    String code;

    /** A JSON object of texts. */
    String facts;

    void take(OperationId about, Schedule.Waiting.Code why, String factsAsJson) {
        operation = about.value();
        code = why.name();
        facts = factsAsJson;
    }
}
