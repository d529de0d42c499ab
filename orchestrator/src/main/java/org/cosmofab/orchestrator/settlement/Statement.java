package org.cosmofab.orchestrator.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.PartyId;

/**
 * What something costs, why, and where each cent goes.
 *
 * @param lines cost lines, each with its measure and its rate
 * @param base sum of the cost lines
 * @param decision what the licence rule says
 * @param feeGross fee before reciprocity credits
 * @param creditsRedeemed reciprocity credits used
 * @param feeCash fee that is paid in money
 * @param total what the requester pays, whole cents
 * @param shares where the fee goes, in the order of payout
 */
public record Statement(
        List<Line> lines,
        Amount base,
        Decision decision,
        Amount feeGross,
        Amount creditsRedeemed,
        Amount feeCash,
        Amount total,
        List<Share> shares,
        String tariffVersion,
        String policyVersion) {

    public Statement {
        lines = List.copyOf(lines);
        shares = List.copyOf(shares);
    }

    /**
     * @param what the kind of cost
     * @param about the machine, lot or part it is about
     * @param quantity measured or estimated, in its commodity; zero if it was not measured, and so not billed
     * @param rate euro for one shown unit: hour, kilogram, kilowatt-hour
     */
    public record Line(Kind what, String about, Amount quantity, Amount rate, Amount amount) {

        /** Work of a machine of which nothing was measured. */
        public static Line notMeasured(MachineId machine) {
            Amount none = Amount.zero(Commodity.EUR);
            return new Line(Kind.MACHINE, machine.value(), Amount.zero(Commodity.MS), none, none);
        }

        public boolean measured() {
            return !quantity.isZero();
        }
    }

    /** This, and a line of no amount for each machine whose work was not measured. */
    public Statement withNotMeasured(List<MachineId> machines) {
        List<Line> all = new ArrayList<>(lines);
        machines.forEach(machine -> all.add(Line.notMeasured(machine)));
        return new Statement(
                all, base, decision, feeGross, creditsRedeemed, feeCash, total, shares, tariffVersion, policyVersion);
    }

    /** Kinds of cost. */
    public enum Kind {
        MACHINE,
        MATERIAL,
        ENERGY,
        LABOUR
    }

    /**
     * @param level 0 for this version's designers, 1 for its parents' and so on; the association has none
     * @param design slug of the design the share is for, if it is a designer's
     */
    public record Share(PartyId party, Optional<Integer> level, Optional<String> design, Amount amount) {}

    /**
     * What a licence rule answers.
     *
     * @param rule its number in the published table
     * @param ratePerMille fee of the cost base, in thousandths
     */
    public record Decision(int rule, Verdict verdict, Enforceability enforceability, int ratePerMille) {}

    /** Allowed, allowed for a fee, or refused. */
    public enum Verdict {
        ALLOW,
        FEE,
        REFUSE
    }

    /** What stands behind a rule; said aloud wherever it is applied. */
    public enum Enforceability {
        NONE,
        LICENCE,
        MEMBERSHIP,
        SUGGESTED
    }
}
