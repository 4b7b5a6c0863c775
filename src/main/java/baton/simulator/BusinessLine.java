// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

/** The business number customers write to: its Graph id, its digits as shown to people, and the id of its account. */
public record BusinessLine(String phoneNumberId, String displayNumber, String wabaId) {
    public BusinessLine {
        if (!displayNumber.matches("\\d{6,15}")) {
            throw new IllegalArgumentException("display number must be 6 to 15 digits: " + displayNumber);
        }
    }

    /** An invented British number. */
    public static BusinessLine invented() {
        return new BusinessLine("771940260085512", "442079460157", "881200450013377");
    }
}
