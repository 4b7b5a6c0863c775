// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Keys;
import baton.console.help.Deed;
import java.util.List;
import javafx.scene.input.KeyCombination;

/** What the palette and the cheat sheet offer about the phone and the weather. */
public final class PhoneDeeds {
    private PhoneDeeds() {}

    public static List<Deed> of(PhoneModel model, PhoneView view) {
        return List.of(
                deed("deed.phone", "F8", Keys.PHONE, () -> flip(model)),
                deed("deed.phone-write", "Shift+F8", Keys.PHONE_WRITE, () -> {
                    model.openProperty().set(true);
                    view.write();
                }),
                deed("deed.weather", "F9", Keys.WEATHER, model::changeWeather));
    }

    private static void flip(PhoneModel model) {
        model.openProperty().set(!model.openProperty().get());
    }

    private static Deed deed(String key, String keys, KeyCombination combination, Runnable act) {
        return new Deed(key, Deed.Group.DESK, keys, List.of(combination), true, () -> true, act);
    }
}
