package dev.redshank.sandbox.replay.report;
import java.io.*;
public final class ReplayHtml { public static void write(ReplayReport r, Writer w) throws IOException {} }
