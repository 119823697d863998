"""Skills: embedded software, electronics, automation, networks of devices.

Data, one skill a line; the format is described in `read.terms`.
"""

from __future__ import annotations

EMBEDDED = """
Firmware: firmware development, firmwareentwicklung, firmware engineering
Microcontrollers: microcontroller, mikrocontroller, =MCU, =MCUs, microcontrôleur, microcontrôleurs, microcontroladores
STM32: stm32cube, stm32 microcontrollers
ARM Cortex: =ARM Cortex-M, cortex m, cortex m4, cortex a, arm microcontrollers, arm architecture
ESP32: esp8266, esp-idf
nRF52: nrf5340, nrf connect sdk, nordic nrf
AVR: =AVR, atmega
PIC Microcontrollers: pic microcontroller, microchip pic
MSP430:
RISC-V: =RISC-V, =RISCV
Arduino:
Raspberry Pi:
NVIDIA Jetson: jetson nano, jetson orin
FreeRTOS: free rtos
Zephyr: =Zephyr, zephyr rtos, zephyr os
VxWorks:
QNX: =QNX
ThreadX: azure rtos
Embedded Linux: linux embarqué
Linux Kernel: kernel development, kernel programming, kernel space
Yocto: yocto project, openembedded
Buildroot:
U-Boot: =U-Boot
Bootloader: bootloaders
Device Drivers: device driver, driver development, linux drivers, kernel drivers, gerätetreiber, treiberentwicklung
Board Support Package: board support packages, =BSP
Bare-Metal Programming: bare metal firmware, bare metal c
Board Bring-Up: hardware bring up, pcb bring up
I2C: =I2C, =I²C
SPI: =SPI, spi bus
UART: =UART, =RS232, =RS-232, =RS485, =RS-485, =USART
CANopen: =CANopen
CAN FD: =CAN FD, =CAN-FD
J1939: =J1939
LIN Bus:
FlexRay:
EtherCAT:
Modbus: modbus tcp, modbus rtu
PROFINET:
PROFIBUS:
OPC UA: =OPC UA, =OPC-UA
MQTT:
Bluetooth Low Energy: =BLE, bluetooth le, bluetooth stack
Zigbee:
LoRaWAN: =LoRa
NFC: =NFC, near field communication
RFID: =RFID
GNSS: =GNSS
AUTOSAR: autosar classic, autosar adaptive
MISRA: misra c, misra c++
ISO 26262:
Functional Safety: funktionale sicherheit, iec 61508, sécurité fonctionnelle
ASPICE: automotive spice, =A-SPICE
UDS: =UDS, unified diagnostic services
CANoe: =CANoe, vector canoe
CANalyzer:
dSPACE:
Hardware-in-the-Loop: =HIL, =HiL, hil testing
Model-Based Design: modellbasierte entwicklung, model based development
JTAG: =JTAG, =SWD, jtag debugging, jtag debugger, jtag debuggers
DO-178C: do-178, do-178b
DO-254:
IEC 62304:
OCPP: =OCPP
Over-the-Air Updates: ota updates, firmware updates over the air
ADAS: =ADAS, driver assistance systems, fahrerassistenzsysteme
Autonomous Driving: autonomes fahren, self driving, conduite autonome
Sensor Fusion: sensorfusion
Kalman Filter: kalman filters, kalman filtering
Motion Planning: path planning, trajectory planning
"""

ELECTRONICS = """
Circuit Design: schaltungsentwicklung, schaltungsdesign, electronic design, electronics design, conception électronique
Schematic Capture: schematic design, schematic entry, schaltplanerstellung, schaltplanentwicklung
Analog Design: analog circuit design, analog electronics, analogtechnik
Mixed-Signal Design: mixed signal
RTL Design: =RTL
ASIC: =ASIC, =ASICs, asic design
System on Chip: =SoC, =SoCs, systems on chip
UVM: =UVM, universal verification methodology
Design Verification: functional verification, formal verification
RF Engineering: =RF, rf design, hochfrequenztechnik, radio frequency engineering
Antenna Design: antenna engineering, antennenentwicklung
Power Electronics: leistungselektronik, électronique de puissance, electrónica de potencia
Power Supply Design: dc/dc converters, dc dc converter, schaltnetzteile
EMC: elektromagnetische verträglichkeit, =EMC, electromagnetic compatibility, emc testing
Motor Control: motorsteuerung, field oriented control, motor drives
Battery Management Systems: battery management system, batteriemanagement
Oscilloscope: oscilloscopes, oszilloskop, oszilloskope, osciloscopio
Logic Analyzer: logic analyzers, logic analyser, logikanalysator
Multimeter: multimeters
Spectrum Analyzer: spectrum analyzers, spektrumanalysator
Soldering: smd-löten, lötarbeiten, lötkenntnisse
SMT: =SMT, =SMD, surface mount technology
IPC-A-610: ipc 610, ipc 620
Wire Harness: wire harnesses, wiring harness, cable harness, kabelbaum, kabelbäume, kabelkonfektion
Altium: altium designer
KiCad:
EAGLE: =EAGLE, autodesk eagle, eagle cad
OrCAD:
Cadence Allegro: allegro pcb
Cadence Virtuoso:
SPICE Simulation: ltspice, pspice, =SPICE
Vivado: xilinx vivado
Xilinx:
Quartus: intel quartus
ModelSim: questasim
SystemC:
LabVIEW: =LabVIEW, labview
TestStand: ni teststand
Semiconductor Fabrication: semiconductor physics, halbleitertechnik
Photonics: photonik, optoelektronik
Optical Engineering: optical design, technische optik
Control Engineering: regelungstechnik, control systems engineering, control theory
PID Control: pid controllers, pid tuning
Robotics Engineering: robotics software
LiDAR:
Drones: =UAV, =UAVs, =UAS, drone pilot
Avionics: avionik, avionique
Design for Manufacturing: =DFM, design for manufacturability, design for assembly
"""
