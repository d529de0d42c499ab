package org.cosmofab.orchestrator.machines;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.cosmofab.orchestrator.testing.OnPostgres;
import org.cosmofab.orchestrator.testing.PostgresProfile;

@QuarkusTest
@TestProfile(PostgresProfile.class)
@OnPostgres
class MachinesOnPostgresTest extends MachinesTest {}
