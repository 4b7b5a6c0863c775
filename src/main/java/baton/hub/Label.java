// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.NumberId;
import baton.domain.Wamid;
import baton.whatsapp.Report;
import java.util.Optional;

/** Whom a report is for, by which id it is known, and whether the board counts it as a message entry (SPEC.md B2). */
record Label(Optional<NumberId> number, Optional<Wamid> wamid, boolean counts) {

    static Label of(Report report) {
        return switch (report) {
            case Report.MessageReport message ->
                counted(message.number(), message.message().wamid());
            case Report.EchoReport echo -> counted(echo.number(), echo.message().wamid());
            case Report.ChangeReport change -> new Label(Optional.of(change.number()), change.own(), true);
            case Report.IdentityChanged changed -> counted(changed.number(), changed.own());
            case Report.Unreadable unreadable -> new Label(unreadable.number(), unreadable.wamid(), true);
            case Report.StatusReport status ->
                new Label(Optional.of(status.number()), Optional.of(status.wamid()), false);
            case Report.ErrorReport error -> new Label(Optional.of(error.number()), Optional.empty(), false);
            case Report.AccountReport notice -> new Label(notice.number(), Optional.empty(), false);
            case Report.MarketingReport _ -> new Label(Optional.empty(), Optional.empty(), false);
        };
    }

    private static Label counted(NumberId number, Wamid wamid) {
        return new Label(Optional.of(number), Optional.of(wamid), true);
    }

    /** The number on whose line of the board it stands: what is no message was not counted as received there either. */
    Optional<NumberId> line() {
        return number.filter(_ -> counts);
    }
}
