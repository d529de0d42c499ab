package org.cosmofab.orchestrator.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the catalog; the words themselves stand in messages/design_en.properties and design_fr.properties. */
@MessageBundle(value = "design", locale = "en")
public interface DesignMsg {

    @Message
    String designsLead();

    @Message
    String noDesigns();

    @Message
    String noDesignsHint();

    @Message
    String madeTimes(int count);

    @Message
    String versionPublished(String release, String time);

    @Message
    String makingInstructions();

    @Message
    String haveItMade();

    @Message
    String howMany();

    @Message
    String whatFor();

    @Message
    String useNonCommercial();

    @Message
    String useCommercial();

    @Message
    String askForQuote();

    @Message
    String quoteFirst();

    @Message
    String logInToOrder();

    @Message
    String whoMadeIt();

    @Message
    String shareOfDesign();

    @Message
    String madeHere();

    @Message
    String neverMade();

    @Message
    String piecesCount(int count);

    @Message
    String contentHash();

    @Message
    String noParty();

    @Message
    String howManyRange();
}
