package org.cosmofab.orchestrator.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that must hold on H2 and on PostgreSQL: the build runs it on both. Where Debian's PostgreSQL is not installed the
 * second run skips it, visibly; under {@code CI=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("on-every-database")
@ExtendWith(OnEveryDatabase.Installed.class)
public @interface OnEveryDatabase {

    /** Whether the database that was asked for is there. */
    class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return !TestDatabase.postgresIsAsked() || Postgres.isInstalledOrMustBe()
                    ? ConditionEvaluationResult.enabled("the database is there, or must be")
                    : ConditionEvaluationResult.disabled("no PostgreSQL here: apt-get install postgresql");
        }
    }
}
