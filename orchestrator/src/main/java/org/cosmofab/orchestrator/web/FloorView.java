package org.cosmofab.orchestrator.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The floor as a page shows it, in words of one language. */
public record FloorView(
        List<Card> cards,
        List<Hand> hands,
        List<Lane> lanes,
        List<Hour> hours,
        List<PlanLine> plan,
        int running,
        int needsHand,
        @Nullable String nextFree,
        @Nullable String nextFreeAt) {

    /**
     * One machine.
     *
     * @param tracked whether anything is known of how far it is
     */
    public record Card(
            String id,
            String name,
            Look look,
            String what,
            @Nullable String order,
            @Nullable String attempt,
            int percent,
            String left,
            String right,
            @Nullable Instant rightAt,
            List<Fact> facts,
            boolean tracked,
            Can can) {

        public String badge() {
            return look.word;
        }

        public String badgeLook() {
            return look.badge;
        }

        public String trackLook() {
            return look.track;
        }

        public boolean canClear() {
            return can.clear;
        }

        public boolean canPause() {
            return can.pause;
        }

        public boolean canResume() {
            return can.resume;
        }

        public boolean canStop() {
            return can.stop;
        }

        public boolean uncertain() {
            return can.decide;
        }

        public String clearDoes() {
            return can.clearDoes;
        }
    }

    /** A state's word and its look on card, badge and track. */
    public record Look(String word, String card, String badge, String track) {
        @Override
        public String toString() {
            return card;
        }
    }

    /** What a person can do with a machine now. */
    public record Can(boolean clear, boolean pause, boolean resume, boolean stop, boolean decide, String clearDoes) {
        static final Can NOTHING = new Can(false, false, false, false, false, "");
    }

    /** A reading with its unit. */
    public record Fact(String name, String value, String unit) {}

    /**
     * Something that waits for a person.
     *
     * @param detail in the machine's own words; may be empty
     * @param does what the button says that clears the machine; empty if that is not the answer
     * @param attempt that a person says the end of
     */
    public record Hand(
            String machine,
            String badge,
            String sentence,
            String detail,
            String does,
            @Nullable String attempt) {}

    /** One machine's next hours. */
    public record Lane(String machine, List<Slot> slots) {}

    /**
     * A stretch of a lane.
     *
     * @param left per cent of the lane's length
     * @param width per cent of the lane's length
     */
    public record Slot(String title, String look, int left, int width) {}

    /** A full hour on the lanes, at so many per cent of their length. */
    public record Hour(String time, int left) {}

    /** The same stretch for whoever reads tables. */
    public record PlanLine(String what, String why, String machine, String from, String until) {}
}
