package org.cosmofab.orchestrator.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, visibly, where Debian's PostgreSQL is not installed; under {@code CI=true} it runs and fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnPostgres.Installed.class)
public @interface OnPostgres {

    /** Whether the server's programs are there. */
    class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean run = Postgres.binaries().isPresent() || "true".equals(System.getenv("CI"));
            return run
                    ? ConditionEvaluationResult.enabled("PostgreSQL is installed, or must be")
                    : ConditionEvaluationResult.disabled("no PostgreSQL here: apt-get install postgresql");
        }
    }
}
