@echo off
rem Starts Redshank on Windows, as bin/redshank does elsewhere.
rem
rem   redshank COMMAND ...   run a command
rem   redshank --warmup      train the start-up archive for the java that is found now
rem
rem REDSHANK_JAVA_OPTS       more options for java
rem REDSHANK_CDS=off         start without the archive
setlocal DisableDelayedExpansion

set "LIB=%~dp0..\lib"
if not exist "%LIB%\classpath" (
  echo redshank: %LIB%\classpath is missing: unpack the distribution again, all of it. 1>&2
  exit /b 3
)

if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA="
  for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
)
if not exist "%JAVA%" (
  echo redshank: Java 17 or newer is needed: put java on the PATH or set JAVA_HOME. 1>&2
  exit /b 2
)

rem The file release of a JDK tells its version. A java that is copied elsewhere has none, and no archive.
for %%j in ("%JAVA%") do set "RELEASE=%%~dpj..\release"
set "BUILD="
set "MAJOR="
if exist "%RELEASE%" (
  for /f "usebackq tokens=1,2 delims==" %%a in ("%RELEASE%") do (
    if "%%a"=="JAVA_RUNTIME_VERSION" set "BUILD=%%~b"
    if "%%a"=="JAVA_VERSION" for /f "delims=.-+" %%m in ("%%~b") do set "MAJOR=%%m"
  )
)
if defined MAJOR if %MAJOR% LSS 17 (
  echo redshank: Java 17 or newer is needed, but %JAVA% is Java %MAJOR%. 1>&2
  exit /b 2
)
if not defined MAJOR set "BUILD="

set "CLASSES="
for /f "usebackq delims=" %%l in ("%LIB%\classpath") do for %%j in (%%l) do call :add "%%j"
set "FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable"

set "ARCHIVE="
if defined BUILD if /i not "%REDSHANK_CDS%"=="off" (
  if %MAJOR% LSS 25 (
    set "ARCHIVE=%LIB%\start-%BUILD%.jsa"
    set "TRAIN=-XX:ArchiveClassesAtExit"
    set "USE=-XX:SharedArchiveFile"
  ) else (
    set "ARCHIVE=%LIB%\start-%BUILD%.aot"
    set "TRAIN=-XX:AOTCacheOutput"
    set "USE=-XX:AOTCache"
  )
)
if "%~1"=="--warmup" goto warmup
if "%~1"=="sandbox" (
  for /f "usebackq delims=" %%l in ("%LIB%\sandbox-classpath") do for %%j in (%%l) do call :add "%%j"
)

set "START="
if defined ARCHIVE if exist "%ARCHIVE%" set "START="%USE%=%ARCHIVE%""
"%JAVA%" %FLAGS% -XX:CompileThresholdScaling=0.5 -XX:-UsePerfData %START% %REDSHANK_JAVA_OPTS% -cp "%CLASSES%" dev.redshank.cli.Main %*
exit /b %ERRORLEVEL%

:add
set "JAR=%~1"
if defined CLASSES set "CLASSES=%CLASSES%;"
set "CLASSES=%CLASSES%%LIB%\%JAR:/=\%"
exit /b 0

:warmup
if not defined ARCHIVE (
  echo redshank: this java does not tell its version; Redshank starts without an archive. 1>&2
  exit /b 0
)
echo redshank: training the start-up archive for Java %BUILD% 1>&2
"%JAVA%" "%TRAIN%=%ARCHIVE%.new" %FLAGS% -cp "%CLASSES%" dev.redshank.cli.Warmup >nul 2>&1
if exist "%ARCHIVE%.new" (
  move /y "%ARCHIVE%.new" "%ARCHIVE%" >nul
) else (
  echo redshank: there is no archive this time; Redshank starts without it 1>&2
)
exit /b 0
