package org.cosmofab.orchestrator.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that many pages say; the words themselves stand in messages/msg_en.properties and msg_fr.properties. */
@MessageBundle(locale = "en")
public interface Msg {

    @Message
    String skipToContent();

    @Message
    String navigation();

    @Message
    String floor();

    @Message
    String orders();

    @Message
    String designs();

    @Message
    String books();

    @Message
    String streamLost();

    @Message
    String logIn();

    @Message
    String logOut();

    @Message
    String openByDefault();

    @Message
    String sourceCode();

    @Message
    String machines();

    @Message
    String machine();

    @Message
    String seeDesigns();

    @Message
    String what();

    @Message
    String from();

    @Message
    String until();

    @Message
    String orderNumber(String number);

    @Message
    String order();

    @Message
    String parts();

    @Message
    String part();

    @Message
    String process();

    @Message
    String material();

    @Message
    String pieces();

    @Message
    String notPossible();

    @Message
    String designer();

    @Message
    String work();

    @Message
    String lineage();

    @Message
    String passport();

    @Message
    String promisedBy(String time);

    @Message
    String requester();

    @Message
    String state();

    @Message
    String promised();

    @Message
    String used();

    @Message
    String journal();

    @Message
    String entry();

    @Message
    String debit();

    @Message
    String credit();

    @Message
    String allBooks();

    @Message
    String journalEmpty();

    @Message
    String thisObject();

    @Message
    String qrCode();

    @Message
    String openPassport();

    @Message
    String booksLead();

    @Message
    String olderEntries();

    @Message
    String chain();

    @Message
    String chainIntact();

    @Message
    String chainBroken();

    @Message
    String sealed();

    @Message
    String unsealed();

    @Message
    String chainHead();

    @Message
    String owedToCommons();

    @Message
    String nothingOwed();

    @Message
    String passportOf(String title);

    @Message
    String madeAt(String place, String time);

    @Message
    String whatItEmbodies();

    @Message
    String howItWasMade();

    @Message
    String materialLot();

    @Message
    String program();

    @Message
    String design();

    @Message
    String logInLead();

    @Message
    String notLoggedIn();

    @Message
    String loginName();

    @Message
    String password();

    @Message
    String wrongPassword();

    @Message
    String tooManyTries(String wait);

    @Message
    String backToFloor();

    @Message
    String processPrint();

    @Message
    String processLaser();

    @Message
    String processMill();

    @Message
    String associationFund();

    @Message
    String sealedNo(String number);

    @Message
    String notSealedYet();

    @Message
    String machineTime();

    @Message
    String materialWord();

    @Message
    String energyWord();

    @Message
    String labourWord();

    @Message
    String citationWord();

    @Message
    String chainVerified(String head);

    @Message
    String chainFaulty();

    @Message
    String loggedInAs(String login);

    @Message
    String sourceTitle();

    @Message
    String sourceLead(String version);

    @Message
    String sourceOffer();

    @Message
    String sourceAt();

    @Message
    String sourceUnmodified(String version, String place);

    @Message
    String sourceConfigure();

    @Message
    String incidentIs(String number);

    @Message
    String seeRules();

    @Message
    String account();

    @Message
    String workshopUnnamed();

    @Message
    String associationUnnamed();

    @Message
    String problemMeans();

    @Message
    String problemType();

    @Message
    String problemInDetail();
}
