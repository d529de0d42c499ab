package org.cosmofab.bridge.gcode;

import java.util.Locale;

/**
 * One reason against a program, whether the {@link Sanitiser} or the {@link SafetyGate} gives it.
 *
 * @param line in the source file, from 1
 * @param code name of a {@link Sanitised.Reason} or a {@link Finding.Code}; each name is unique among both
 * @param detail what stands there, against what is allowed
 * @param remedy what the author of the program can do about it, in English
 */
public record Remark(int line, String code, String detail, String remedy) {

    static Remark of(Sanitised.Refused refused) {
        return new Remark(refused.line(), refused.reason().name(), refused.detail(), refused.remedy());
    }

    static Remark of(Finding finding) {
        return new Remark(finding.line(), finding.code().name(), finding.detail(), finding.remedy());
    }

    /** The remedy in a language, English if it is not spoken here. */
    public String remedy(Locale language) {
        return Remedies.in(language, code, remedy);
    }
}
