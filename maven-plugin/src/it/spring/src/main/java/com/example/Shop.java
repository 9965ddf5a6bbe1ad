package com.example;

public final class Shop {}
