// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Keys;
import baton.console.help.Deed;
import baton.sync.View;

/** What leads to other conversations, by view or because they are mine, and the reference that leads others to this one. */
final class ViewDeeds {
    private ViewDeeds() {}

    static void add(DeedList deeds, DeskModel model, DeskDeeds.Screen screen) {
        int number = 0;
        for (View view : View.values()) {
            number++;
            deeds.everywhere(
                    "deed.view." + view,
                    Deed.Group.LIST,
                    letter(view) + "Ctrl+" + number,
                    () -> go(view, model, screen),
                    Keys.view(number));
        }
        deeds.writing(
                "deed.next-active",
                Deed.Group.LIST,
                "Ctrl+Tab",
                model::hasActive,
                () -> model.nextActive(1),
                Keys.NEXT_ACTIVE);
        deeds.writing(
                "deed.previous-active",
                Deed.Group.LIST,
                "Ctrl+Shift+Tab",
                model::hasActive,
                () -> model.nextActive(-1),
                Keys.PREVIOUS_ACTIVE);
        deeds.plain(
                "deed.reference",
                Deed.Group.CONVERSATION,
                ".  ..",
                () -> model.conversation().id().isPresent(),
                () -> model.reference(true).ifPresent(screen::copy));
    }

    /** G and a letter lead there too. */
    private static String letter(View view) {
        return switch (view) {
            case MINE -> "G M  ";
            case UNASSIGNED -> "G U  ";
            case ALL -> "G A  ";
            case RESOLVED -> "";
        };
    }

    private static void go(View view, DeskModel model, DeskDeeds.Screen screen) {
        model.connection().openProperty().set(false);
        model.inbox().viewProperty().set(view);
        screen.list();
    }
}
