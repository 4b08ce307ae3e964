package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.diagnosis.StepText;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Sending;
import org.mtlsplayground.pki.path.Step;
import org.mtlsplayground.pki.path.Step.Status;
import org.mtlsplayground.text.Messages;

/** Makes of many checks a few lines: one for each matter, whatever the length of the chain. */
final class OutlookLines {
    /** What is checked of each certificate; some checks are one matter. */
    private enum Matter {
        ENCODING,
        ISSUER,
        SIGNATURE,
        DATES,
        ALGORITHM,
        CA,
        PATH_LENGTH,
        USAGES,
        NAME_CONSTRAINTS,
        CRITICAL_EXTENSIONS,
        HOST_NAME,
        JDK;

        static Matter of(Step step) {
            return switch (step.kind()) {
                case ISSUER, CHAIN_LENGTH -> ISSUER;
                case ENCODING -> ENCODING;
                case SIGNATURE -> SIGNATURE;
                case DATES -> DATES;
                case ALGORITHM -> ALGORITHM;
                case CA -> CA;
                case PATH_LENGTH -> PATH_LENGTH;
                case DIGITAL_SIGNATURE, EXTENDED_KEY_USAGE, KEY_CERT_SIGN -> USAGES;
                case NAME_CONSTRAINTS -> NAME_CONSTRAINTS;
                case CRITICAL_EXTENSIONS -> CRITICAL_EXTENSIONS;
                case HOST_NAME -> HOST_NAME;
                case JDK -> JDK;
            };
        }
    }

    private static final String AUTHORITY = "CA";

    private final String judged;
    private final List<Outlook.Line> lines = new ArrayList<>();

    OutlookLines(Role role) {
        this(role.name());
    }

    private OutlookLines(String judged) {
        this.judged = judged;
    }

    /** Of a CA by itself, whoever trusts it. */
    static OutlookLines ofAuthority() {
        return new OutlookLines(AUTHORITY);
    }

    List<Outlook.Line> lines() {
        return lines;
    }

    void addKey(boolean fits) {
        lines.add(new Outlook.Line(
                fits ? Status.OK : Status.FAILS,
                Messages.get("certificates.outlook.key"),
                fits ? "" : Messages.get("certificates.outlook.key.differs"),
                List.of()));
    }

    void addScheme(String scheme) {
        lines.add(new Outlook.Line(Status.OK, Messages.get("certificates.outlook.scheme"), "", List.of(scheme)));
    }

    void add(PathCheck check) {
        add(check.path(), check.steps());
    }

    void add(List<X509Certificate> path, List<Step> steps) {
        for (Matter matter : Matter.values()) {
            List<Step> its =
                    steps.stream().filter(step -> Matter.of(step) == matter).toList();
            boolean isOfServers = matter == Matter.HOST_NAME;
            // That it can be read at all is worth a line only where it can't.
            boolean goesUnsaid = matter == Matter.ENCODING && its.stream().noneMatch(Step::fails);
            if (its.isEmpty() || goesUnsaid || (isOfServers && !judged.equals(Role.SERVER.name()))) {
                continue;
            }
            Optional<Step> failure = its.stream().filter(Step::fails).findFirst();
            Optional<Step> told = failure.or(() -> its.stream()
                    .filter(step -> step.status() == Status.NOT_REACHED)
                    .filter(step -> step.reason() != Step.Reason.NOT_REACHED)
                    .findFirst());
            lines.add(new Outlook.Line(
                    status(its.stream().map(Step::status).toList()),
                    Messages.get(what(matter)),
                    told.map(step -> told(step, path)).orElse(""),
                    its.stream().map(step -> detail(step, path)).toList()));
        }
    }

    private String what(Matter matter) {
        boolean asksWhom = matter == Matter.ISSUER || matter == Matter.USAGES;
        boolean asksCa = matter == Matter.CA && judged.equals(AUTHORITY);
        return "certificates.outlook.step." + matter + (asksWhom || asksCa ? "." + judged : "");
    }

    /** Worst first; what could not be looked at counts only where nothing went right. */
    private static Status status(List<Status> all) {
        for (Status each : List.of(Status.FAILS, Status.NOT_REACHED, Status.OK)) {
            if (all.contains(each)) {
                return each;
            }
        }
        return Status.NOT_APPLICABLE;
    }

    private static String told(Step step, List<X509Certificate> path) {
        return path.size() > 1 ? detail(step, path) : StepText.of(step);
    }

    /** A check, and of which certificate. */
    static String detail(Step step, List<X509Certificate> path) {
        String name = step.index() < path.size()
                ? CertificateDescription.of(path.get(step.index())).name()
                : "–";
        return Messages.get("certificates.outlook.detail", name, StepText.of(step));
    }

    /** What a chain would come to, whose checks are this line's details. */
    void add(String what, PathCheck check) {
        List<String> details =
                check.steps().stream().map(step -> detail(step, check.path())).toList();
        lines.add(new Outlook.Line(
                check.accepted() ? Status.OK : Status.FAILS,
                what,
                check.accepted()
                        ? ""
                        : check.firstFailure()
                                .map(step -> told(step, check.path()))
                                .orElse(""),
                details));
    }

    void add(Sending sending) {
        List<Sending.Condition> conditions = sending.conditions();
        Status status = sending.sent() ? Status.OK : Status.FAILS;
        boolean isAsked =
                conditions.stream().noneMatch(condition -> condition.reason() == Sending.Condition.Reason.NOT_ASKED);
        lines.add(new Outlook.Line(
                isAsked ? status : Status.NOT_APPLICABLE,
                Messages.get("certificates.outlook.sent"),
                sending.firstFailure().map(StepText::of).orElse(""),
                conditions.stream().map(StepText::of).distinct().toList()));
    }
}
