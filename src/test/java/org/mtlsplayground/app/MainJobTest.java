package org.mtlsplayground.app;

import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

class MainJobTest extends WindowTest {
    @Test
    void startAndConnect() throws Exception {
        resize(1440, 900);
        Screenshots.take(scene(), "main-empty");
        type("#server #port", "0");
        click("#server #start");
        await("listening", () -> text("#server #pill").contains("listening"));
        String port = text("#server #pill").replaceAll(".*:", "");
        type("#client #port", port);
        click("#client #connect");
        await("connected", () -> text("#client #pill").contains("connected"));
        click("#theme");
        click("#client #connect");
        await("connected", () -> text("#client #pill").contains("connected"));
        Screenshots.take(scene(), "main-dark");
        click("#theme");
        click("#client #connect");
        await("connected", () -> text("#client #pill").contains("connected"));
        Screenshots.take(scene(), "main-light");
    }
}
