package org.mtlsplayground.ui.workshop;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A workshop without a window. */
final class Bench implements AutoCloseable {
    private static final int SECONDS = 20;

    final TemporaryFiles temporary = new TemporaryFiles();
    final Responders responders;
    final WorkshopModel model;
    final RequestModel requests;
    final BooksModel books;

    Bench() throws Exception {
        FxToolkit.registerPrimaryStage();
        Background background = new Background();
        responders = new Responders(background, new FxUpdates());
        model = new WorkshopModel(background, responders);
        requests = new RequestModel(model, temporary);
        books = new BooksModel(model);
    }

    /** Does something on the FX thread, and returns what came of it. */
    static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, action);
    }

    static void run(Runnable action) {
        fx(() -> {
            action.run();
            return true;
        });
    }

    static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Not within " + SECONDS + " s: " + what, e);
        }
    }

    /** Makes one by the form, and waits for it. */
    Made make(FormModel form) throws Exception {
        int before = fx(() -> model.shelf().all().size());
        run(form::make);
        await("made: " + form.previewProperty().get(), () -> model.shelf().all().size() > before);
        return fx(() -> model.selectedProperty().get());
    }

    /** Root, intermediate, server and the client that is returned. */
    Made completeSet() throws Exception {
        run(model::completeSet);
        await("a set", () -> model.shelf().all().size() == 4);
        return fx(() -> model.selectedProperty().get());
    }

    @Override
    public void close() {
        run(responders::close);
        run(books::close);
        temporary.close();
    }
}
