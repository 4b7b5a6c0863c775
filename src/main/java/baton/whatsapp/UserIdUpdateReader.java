// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Identity;
import baton.domain.NumberId;
import baton.domain.PlainText;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The field user_id_update, announced and withdrawn (WHATSAPP.md 10, note 9), read in case it ever comes. It has no message id, so one
 * is made from both user ids: the same change told twice stays one.
 */
final class UserIdUpdateReader {
    private UserIdUpdateReader() {}

    static void read(Fields value, Reports reports) {
        List<Fields> updates = value.items("user_id_update");
        AccountReader.number(value)
                .ifPresentOrElse(
                        number -> reports.addCounted(number, updates, update -> report(number, update)),
                        () -> updates.forEach(update -> reports.setAside(
                                update, SetAside.UNKNOWN_NUMBER, "the delivery names no phone number id")));
    }

    private static Report report(NumberId number, Fields update) {
        Fields parents = update.at("parent_user_id");
        Marks before = Marks.of(update.at("user_id"), "previous")
                .or(Marks.of(parents, "previous"))
                .or(Marks.of(update, "wa_id"));
        Marks after = Marks.of(update.at("user_id"), "current").or(Marks.of(parents, "current"));
        if (before.identities().isEmpty() || after.identities().isEmpty()) {
            return new Report.Unreadable(
                    Optional.of(number),
                    Optional.empty(),
                    SetAside.UNREADABLE,
                    "a change of user id without both ids",
                    update.raw());
        }
        String own = PlainText.cut("user_id_update:" + ids(before) + ">" + ids(after), 512);
        return new Report.IdentityChanged(
                number,
                new Wamid(own),
                Times.read(update, "timestamp"),
                before.identities(),
                after.identities(),
                update.text("detail").orElse(""));
    }

    private static String ids(Marks marks) {
        return marks.identities().stream().map(Identity::value).collect(Collectors.joining(","));
    }
}
