// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.domain.Failure;

/** What an error of the Graph API means for somebody who sets Baton up, and what to do (WHATSAPP.md 6.1). */
final class Advice {
    private static final int UNKNOWN_OBJECT = 100;

    private Advice() {}

    /** Meta's words, then ours. */
    static String refused(Failure failure) {
        return "Meta says: " + words(failure) + ". " + mend(failure);
    }

    static String unreachable(Failure failure) {
        return "The Graph API does not answer: " + words(failure)
                + ". Let this machine reach it by HTTPS (firewall, proxy, name service), or mend --graph-url.";
    }

    private static String words(Failure failure) {
        String code = failure.code() == 0 ? "" : " (code " + failure.code() + ")";
        return failure.title().strip().replaceAll("\\.$", "") + code;
    }

    private static String mend(Failure failure) {
        if (failure.title().contains("appsecret_proof")) {
            return "Switch off 'Require app secret' in the app's advanced settings: Baton does not send a proof.";
        }
        return switch (failure.code()) {
            case 190 -> "Make a new token for the system user and put it into BATON_ACCESS_TOKEN.";
            case 3, 10, 131005 -> permission();
            case UNKNOWN_OBJECT, 33 ->
                "Look whether the id is right, and assign the account to the system user: what a token may not see does"
                        + " not exist for it.";
            case 4, 80007 -> "Too many calls were made; try again in an hour.";
            default ->
                failure.code() >= 200 && failure.code() <= 299
                        ? permission()
                        : "Try again; docs/connect.md lists errors.";
        };
    }

    private static String permission() {
        return "Assign app and account to the system user with full control, and make a token with both WhatsApp"
                + " permissions.";
    }
}
