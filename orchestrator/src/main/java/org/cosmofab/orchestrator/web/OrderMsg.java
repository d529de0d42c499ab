package org.cosmofab.orchestrator.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of quotes and orders; the words themselves stand in messages/order_en.properties and order_fr.properties. */
@MessageBundle(value = "order", locale = "en")
public interface OrderMsg {

    @Message
    String measuredUse();

    @Message
    String estimatedUse();

    @Message
    String quoted();

    @Message
    String actual();

    @Message
    String whoGets();

    @Message
    String share();

    @Message
    String amount();

    @Message
    String quote();

    @Message
    String quoteFor(String title, int quantity);

    @Message
    String whatItWillCost();

    @Message
    String orderForPrice(String price);

    @Message
    String billedAsMeasured();

    @Message
    String whatWouldGoBack();

    @Message
    String whatWentBack();

    @Message
    String ordersLeadAll();

    @Message
    String ordersLeadOwn();

    @Message
    String noOrders();

    @Message
    String noOrdersHint();

    @Message
    String itWaits();

    @Message
    String timeline();

    @Message
    String recordPayment(String amount);

    @Message
    String cancelOrderDots();

    @Message
    String cancelOrderConsequence();

    @Message
    String cancelOrder();

    @Message
    String making();

    @Message
    String tryAgain();

    @Message
    String chainSays(String chain);

    @Message
    String journalEmptyHint();

    @Message
    String passportLater();

    @Message
    String stagePlaced();

    @Message
    String stageMaking();

    @Message
    String stageMade();

    @Message
    String stageSettled();

    @Message
    String stagePaid();

    @Message
    String stageDistributed();

    @Message
    String stageCancelled();

    @Message
    String settledWord();

    @Message
    String notYet();

    @Message
    String printed();

    @Message
    String cutWord();

    @Message
    String milled();

    @Message
    String stateWaiting();

    @Message
    String stateAssigned();

    @Message
    String stateRunning();

    @Message
    String stateDone();

    @Message
    String stateNeedsPerson();

    @Message
    String deliveredAt(String time);

    @Message
    String total();

    @Message
    String paidWord();

    @Message
    String totalQuoted();

    @Message
    String lineMachine(String about);

    @Message
    String lineMaterial(String about);

    @Message
    String lineEnergy(String about);

    @Message
    String lineLabour(String about);

    @Message
    String measureMachine(String quantity, String rate);

    @Message
    String measureMaterial(String quantity, String rate);

    @Message
    String measureEnergy(String quantity, String rate);

    @Message
    String measureLabour(String quantity, String rate);

    @Message
    String lineFee();

    @Message
    String measureFee(String rate);

    @Message
    String lineCredits();

    @Message
    String measureCredits(String credits);

    @Message
    String shareAssociation();

    @Message
    String shareDesigner(String design);

    @Message
    String shareUpstream(String design);

    @Message
    String nothingInMoney();

    @Message
    String paidWithCredits(String credits);

    @Message
    String embodies(String machine, String material, String energy, String labour);

    @Message
    String atLine(int line, int lines);

    @Message
    String recordPaymentDots(String amount);

    @Message
    String paymentConsequence();

    @Message
    String orderedAs(String number);

    @Message
    String quoteExpired(String time);

    @Message
    String askAgain();

    @Message
    String stillValid(String time);

    @Message
    String cancelledNote();

    @Message
    String whatItCost();

    @Message
    String estimateMachine(String quantity, String rate);

    @Message
    String roundedToCents(String exact);

    @Message
    String whatWasQuoted();

    @Message
    String notUsed();

    @Message
    String notMeasured();

    @Message
    String notMeasuredNote();

    @Message
    String olderOrders();
}
