package org.cosmofab.orchestrator.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the floor; the words themselves stand in messages/floor_en.properties and floor_fr.properties. */
@MessageBundle(value = "floor", locale = "en")
public interface FloorMsg {

    @Message
    String machinesCount(int count);

    @Message
    String runningCount(int count);

    @Message
    String needHandCount(int count);

    @Message
    String nextFree(String machine, String time);

    @Message
    String needsAHand();

    @Message
    String noMachines();

    @Message
    String noMachinesHint();

    @Message
    String nextThreeHours();

    @Message
    String nothingPlanned();

    @Message
    String nothingPlannedHint();

    @Message
    String pause();

    @Message
    String goOn();

    @Message
    String stop();

    @Message
    String cancelDots();

    @Message
    String cancelConsequence();

    @Message
    String cancelAttempt();

    @Message
    String itIsFinished();

    @Message
    String itStopped();

    @Message
    String printing();

    @Message
    String cutting();

    @Message
    String ready();

    @Message
    String unload();

    @Message
    String paused();

    @Message
    String waitsForPerson();

    @Message
    String alarm();

    @Message
    String noContact();

    @Message
    String machineWaits(String machine);

    @Message
    String finishedBefore(String machine, String what, String since);

    @Message
    String neverCleared(String machine);

    @Message
    String mustBeClearedFor(String what);

    @Message
    String lostAt(String what, String percent);

    @Message
    String finished(String what);

    @Message
    String nextWork(String what, String time);

    @Message
    String nothingToDo();

    @Message
    String doneAt(String time);

    @Message
    String lastSeen(String time);

    @Message
    String waiting(String since);

    @Message
    String lastJob(String time);

    @Message
    String nozzle();

    @Message
    String bed();

    @Message
    String beam();

    @Message
    String feed();

    @Message
    String bedIsClear();

    @Message
    String sheetIsReady();

    @Message
    String waitsNoMachine();

    @Message
    String waitsTooLarge();

    @Message
    String waitsForMaterial(String material);

    @Message
    String waitsForContact(String machine);

    @Message
    String waitsProgramRefused(String detail);

    @Message
    String machineAlarm(String machine);

    @Message
    String uncertain();

    @Message
    String howDidItEnd(String machine, String what);

    @Message
    String failedBefore(String machine, String what, String since);

    @Message
    String uncertainNow();

    @Message
    String done();

    @Message
    String notFinished();

    @Message
    String neverHeard();

    @Message
    String failedWork(String what);

    @Message
    String nextWorkNow(String what);

    @Message
    String beamOff();

    @Message
    String now();

    @Message
    String left();

    @Message
    String freeNow(String process);

    @Message
    String freeUntil(String process, String time);

    @Message
    String busy();

    @Message
    String knownSeeMore();
}
